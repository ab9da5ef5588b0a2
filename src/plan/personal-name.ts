/** What a sign-in name becomes in the address of its OneDrive: `/personal/dana_fabrikam_com`. */
export const personalName = (upn: string): string => upn.replaceAll(/[.@#']/g, '_');
