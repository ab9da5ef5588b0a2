import { afterSignIn, offersSignIn } from '../../src/wizard/signed-out.ts';
import { Overlaid } from '../frame/Overlaid.tsx';
import { Migration, type MigrationProps } from './Migration.tsx';
import { useSignInAgain } from './use-sign-in-again.tsx';

/** A migration that offers to sign in anew when its sign-in has ended, over any of its screens, and then goes on where it was. */
export function SignedInMigration(props: MigrationProps) {
  const { engine, hands } = props;
  const over = useSignInAgain({ engine, hands, offersSignIn, afterSignIn });
  return (
    <Overlaid overlay={over}>
      <Migration {...props} />
    </Overlaid>
  );
}
