import { afterSignIn, offersSignIn } from '../../src/wizard/wave/wave-signed-out.ts';
import { useSignInAgain } from '../app/use-sign-in-again.tsx';
import { Overlaid } from '../frame/Overlaid.tsx';
import { Wave, type WaveProps } from './Wave.tsx';

/** A wave that offers to sign in anew when its sign-in has ended, over any of its screens. */
export function SignedInWave(props: WaveProps) {
  const { engine, hands } = props;
  const onSignedIn = () => {
    const next = afterSignIn(engine.state());
    if (next) engine.dispatch(next);
  };
  const begin = () => (offersSignIn(engine, engine.state()) ? (engine.signIn?.() ?? null) : null);
  const over = useSignInAgain({ begin, hands, onSignedIn });
  return (
    <Overlaid overlay={over}>
      <Wave {...props} />
    </Overlaid>
  );
}
