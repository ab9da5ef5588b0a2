export const names = 'type,source,target,targetHost';
export const host = 'https://fabrikam-my.sharepoint.com';

export const lines = (...all: string[]): string => all.map((line) => `${line}\n`).join('');

/** A line of one person who can move. */
export const person = (name: string): string => `user,${name}@contoso.com,${name}@fabrikam.com,${host}`;
