import { oneOf } from './parse/one-of.ts';
import { type AuthMethod, authMethods } from './profile.ts';
import { type Fields, plain } from './profile-field.ts';
import { type Read, readAuthority, readClientId, readCount, readSwitch } from './profile-parse.ts';
import { ok } from './result.ts';

const methods = [
  { value: 'browser', label: 'Browser', needs: 'Opens a page on this computer. Right for nearly everybody.' },
  { value: 'device', label: 'Device code', needs: 'A code for another device. Many tenants block it.' },
  { value: 'certificate', label: 'App with a certificate', needs: 'No person: an app, for scheduled work.' },
  { value: 'secret', label: 'App with a secret', needs: 'No person: an app, its secret in the environment.' },
  { value: 'managed', label: 'Managed identity', needs: "On an Azure machine of the app's own tenant." },
  { value: 'federated', label: 'Federated assertion', needs: 'A token of another provider, as pipelines have it.' },
] as const satisfies readonly { value: AuthMethod; label: string; needs: string }[];

const readMethod: Read<AuthMethod> = (text) =>
  text.trim() === '' ? ok(authMethods[0]) : oneOf<AuthMethod>(methods)(text, {}, { now: 0, zone: 'UTC' });

const clientId = { kind: 'text', otherwise: 'none', read: readClientId, text: plain } as const;

type SignInField = 'auth' | 'clientId' | 'targetClientId' | 'authority' | 'readOnly' | 'budget' | 'maxPending';

/** How a profile signs in, and how much it asks of the service. */
export const signInFields: Fields<SignInField> = {
  auth: {
    kind: 'text',
    path: ['auth'],
    flag: 'auth',
    label: 'Sign-in',
    prompt: 'How does it sign in?',
    example: 'browser',
    help: 'The way of crossorg login.',
    otherwise: 'browser',
    choices: methods,
    read: readMethod,
    text: plain,
  },
  clientId: {
    ...clientId,
    path: ['source', 'clientId'],
    flag: 'client-id',
    label: 'Source app',
    prompt: 'Which app signs in to the source? Its client id.',
    example: '0f6b7c1e-6a0b-4f0e-9d55-0a4a7c6b1d20',
    help: 'Registered in the source tenant. Without one only a brought token works.',
  },
  targetClientId: {
    ...clientId,
    path: ['target', 'clientId'],
    flag: 'target-client-id',
    label: 'Target app',
    prompt: 'Which app signs in to the target? Its client id.',
    example: '5d0a3b57-0b5c-4f5a-8a51-6a3f4f0d7c11',
    help: 'For identity mappings only.',
  },
  authority: {
    kind: 'text',
    path: ['authority'],
    flag: 'authority',
    label: 'Sign-in authority',
    prompt: "Which sign-in authority, if not Microsoft's own?",
    example: 'https://login.microsoftonline.com',
    help: 'Another one must be https, and is shown on every sign-in screen.',
    otherwise: "Microsoft's own",
    read: readAuthority,
    text: plain,
  },
  readOnly: {
    kind: 'switch',
    path: ['isReadOnly'],
    flag: 'read-only',
    label: 'Read-only',
    prompt: 'Is it for looking and checking only?',
    example: 'no',
    help: 'Asks for permission to read only, and submits nothing.',
    otherwise: 'no',
    read: readSwitch,
    text: (value: boolean) => (value ? 'yes' : ''),
  },
  budget: {
    kind: 'number',
    path: ['limits', 'budget'],
    flag: 'budget',
    label: 'Budget',
    prompt: 'How many resource units a minute?',
    example: '600',
    help: 'What a wave may ask of the service.',
    otherwise: '600 units a minute',
    read: readCount,
    text: plain,
  },
  maxPending: {
    kind: 'number',
    path: ['limits', 'maxPending'],
    flag: 'max-pending',
    label: 'Most waiting',
    prompt: 'How many tasks may wait in the service at once?',
    example: '4000',
    help: 'A wave sends more as others start.',
    otherwise: '4000 tasks',
    read: readCount,
    text: plain,
  },
};
