import { afterSignIn, offersSignIn } from '../../src/wizard/wave/wave-signed-out.ts';
import { useSignInAgain } from '../app/use-sign-in-again.tsx';
import { Overlaid } from '../frame/Overlaid.tsx';
import { Wave, type WaveProps } from './Wave.tsx';

/** A wave that offers to sign in anew when its sign-in has ended, over any of its screens. */
export function SignedInWave(props: WaveProps) {
  const { engine, hands } = props;
  const over = useSignInAgain({ engine, hands, offersSignIn, afterSignIn });
  return (
    <Overlaid overlay={over}>
      <Wave {...props} />
    </Overlaid>
  );
}
