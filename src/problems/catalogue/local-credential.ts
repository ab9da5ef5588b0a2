import type { LocalWords } from '../rule.ts';

const signIn = { from: 'signIn', field: 'signIn', retry: 'fix', exit: 4, breaker: true } as const;

/** What keeps a sign-in from happening before the sign-in service is asked, and what became of kept ones. */
export const credentialWords = {
  signInStopped: {
    ...signIn,
    exit: 130,
    what: 'The sign-in was stopped before it was done.',
    why: 'You asked crossorg to stop. Nothing of it was kept.',
    next: [{ do: 'Sign in when you are ready.', who: 'you', command: 'crossorg login --side {side}' }],
  },
  signInTimedOut: {
    ...signIn,
    what: 'Nobody signed in to the {side} tenant in time.',
    why: 'The time to sign in with the browser has run out.',
    next: [{ do: 'Begin again.', who: 'you', command: 'crossorg login --side {side}' }],
  },
  signInDamaged: {
    ...signIn,
    what: 'The kept sign-in to the {side} tenant cannot be read, so you count as signed out.',
    why: 'The file was changed, or its key is no longer in the keystore. It was put aside as {path}.',
    next: [{ do: 'Sign in again.', who: 'you', command: 'crossorg login --side {side}' }],
  },
  keystoreLocked: {
    ...signIn,
    what: 'The sign-in to the {side} tenant is kept, but the keystore of this computer does not answer.',
    why: 'Its key lies there. A keystore is locked until you sign in to the desktop, and often over SSH.',
    next: [
      { do: 'Unlock the keystore and repeat the command.', who: 'you' },
      { do: 'Or sign in again.', who: 'you', command: 'crossorg login --side {side}' },
    ],
  },
  tokensInMemory: {
    ...signIn,
    severity: 'warning',
    exit: 0,
    breaker: false,
    what: 'This sign-in is not kept: the next command has to sign in again.',
    why: 'The keystore of this computer is absent or refused, and tokens are not written to disk in the clear.',
    next: [
      { do: 'Unlock the keystore, or install one such as GNOME Keyring, and sign in again.', who: 'you' },
      {
        do: 'Or accept a plain file that only your account on this computer can read.',
        who: 'you',
        command: 'crossorg login --side {side} --insecure-storage',
      },
      { do: 'In scripts, sign in as an app by CROSSORG_TENANT_ID and CROSSORG_CLIENT_ID.', who: 'you' },
    ],
  },
  appMissing: {
    ...signIn,
    what: 'The profile names no app for the {side} tenant, so nobody can sign in there.',
    why: 'People sign in by an app that their own tenant knows; it is named by its client id.',
    next: [
      {
        do: 'Register an app in that tenant, or ask for its client id.',
        who: 'sign-in admin',
      },
      { do: 'Write the client id into the profile.', who: 'you', command: 'crossorg profile list' },
    ],
  },
  appVariablesMissing: {
    ...signIn,
    from: 'input',
    exit: 2,
    what: 'The environment names an app to sign in with, but not all of it.',
    why: 'Not set: {what}.',
    next: [{ do: 'Set what is missing, or unset the others to sign in another way.', who: 'you' }],
  },
  appTenantUnreadable: {
    ...signIn,
    from: 'input',
    field: 'tenant',
    exit: 2,
    what: 'CROSSORG_TENANT_ID is not a tenant id.',
    why: 'It holds {what}. The tenant is compared by its id, a GUID.',
    next: [{ do: 'Copy the tenant id of the source from the overview page in Microsoft Entra.', who: 'you' }],
  },
  secretMissing: {
    ...signIn,
    what: 'The secret of the app is not there.',
    why: 'It is read from CROSSORG_CLIENT_SECRET; a profile and a flag never hold one.',
    next: [{ do: 'Set CROSSORG_CLIENT_SECRET, or sign in another way with --auth.', who: 'you' }],
  },
  secretForTarget: {
    ...signIn,
    what: 'An app cannot sign in to the target by secret.',
    why: 'CROSSORG_CLIENT_SECRET belongs to the app of the source tenant.',
    next: [
      {
        do: 'Sign in to the target as a person.',
        who: 'you',
        command: 'crossorg login --side target --auth browser',
      },
    ],
  },
  certificateMissing: {
    ...signIn,
    what: 'The certificate of the app is not named.',
    why: 'The path of its file is read from CROSSORG_CLIENT_CERTIFICATE.',
    next: [{ do: 'Set CROSSORG_CLIENT_CERTIFICATE to a PEM file with the key and the certificate.', who: 'you' }],
  },
  certificateUnreadable: {
    ...signIn,
    what: 'The certificate of the app cannot be read.',
    why: 'There is no PEM text that can be opened at {path}.',
    next: [{ do: 'Check CROSSORG_CLIENT_CERTIFICATE and the rights of the file.', who: 'you' }],
  },
  certificateIsPfx: {
    ...signIn,
    what: 'The certificate of the app is a PFX file, and a PEM file is wanted.',
    why: 'Both hold the key and the certificate; a PFX has to be converted once.',
    next: [
      {
        do: 'Convert it with OpenSSL, which asks for the password; then name the new file.',
        who: 'you',
        command: 'openssl pkcs12 -in {path} -out app.pem',
      },
      { do: 'Put the password of the new file into CROSSORG_CLIENT_CERTIFICATE_PASSWORD.', who: 'you' },
    ],
  },
  certificateAlone: {
    ...signIn,
    what: 'The PEM file of the app holds no private key, or one that cannot be read.',
    why: 'The key proves that the app is itself. The file at {path} has to hold both.',
    next: [{ do: 'Put the key and the certificate into one file, one after the other.', who: 'you' }],
  },
  keyAlone: {
    ...signIn,
    what: 'The PEM file of the app holds no certificate.',
    why: 'Its fingerprint names the key to the sign-in service. {path} has to hold both.',
    next: [{ do: 'Put the key and the certificate into one file, one after the other.', who: 'you' }],
  },
  certificatePassword: {
    ...signIn,
    what: 'The private key of the app is locked, and the password does not open it.',
    why: 'The key is encrypted. CROSSORG_CLIENT_CERTIFICATE_PASSWORD is not set, or another one.',
    next: [{ do: 'Set CROSSORG_CLIENT_CERTIFICATE_PASSWORD to the password of that key.', who: 'you' }],
  },
  certificateMismatch: {
    ...signIn,
    what: 'The private key of the app belongs to another certificate.',
    why: 'The file at {path} holds a key and a certificate that are no pair.',
    next: [{ do: 'Put the certificate of that key into the file.', who: 'you' }],
  },
  certificateNotRsa: {
    ...signIn,
    what: 'The private key of the app is not of the kind RSA.',
    why: 'Microsoft Entra takes RSA keys only for apps that sign in by certificate.',
    next: [{ do: 'Make an RSA certificate and upload it to the app registration.', who: 'sign-in admin' }],
  },
  certificateExpired: {
    ...signIn,
    what: 'The certificate of the app has expired.',
    why: 'The one in {path} is no longer valid, and Microsoft Entra refuses it.',
    next: [{ do: 'Make a new certificate and upload it to the app registration.', who: 'sign-in admin' }],
  },
  assertionMissing: {
    ...signIn,
    what: 'There is no assertion of this platform to sign in with.',
    why: 'It comes from AZURE_FEDERATED_TOKEN_FILE, or from GitHub in a workflow with the permission id-token: write.',
    next: [
      { do: 'Run this where the platform offers one, or sign in another way with --auth.', who: 'you' },
      { do: 'Add a federated credential for this platform to the app registration.', who: 'sign-in admin' },
    ],
  },
} as const satisfies Record<string, LocalWords>;
