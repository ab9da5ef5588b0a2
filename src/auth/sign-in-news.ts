/** What became of an address that a person pasted. */
export type Pasted = 'taken' | 'otherSignIn' | 'unreadable';

/** What a person has to know while a sign-in waits for them. Times are milliseconds since 1970. */
export type SignInNews =
  | {
      kind: 'browser';
      /** To open where the browser is. */
      address: string;
      /** A window was opened with it. */
      opened: boolean;
      /** The browser ends at this port of its own computer: here, or at the other end of an `ssh -L`. */
      port: number;
      expiresAt: number;
      /** Takes the address that the browser ended at, from wherever it is. */
      paste(text: string): Pasted;
      openAgain(): Promise<boolean>;
    }
  | { kind: 'code'; userCode: string; verificationUri: string; expiresAt: number };
