/** The name at the target that a naming rule makes of a sign-in name: `{name}` is what stands before the @. */
export const nameByRule = (rule: string, upn: string): string => rule.replace('{name}', () => upn.split('@')[0] ?? '');
