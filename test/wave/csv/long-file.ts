/** How the lines of a long file are: complete, a source alone, with three slips each, wrong in every cell, or all the same. */
export type LongForm = 'whole' | 'bare' | 'wrong' | 'broken' | 'same';

const host = 'https://fabrikam-my.sharepoint.com';
const somebody = 'c0000000-0000-4000-8000-000000000001';
const columns: Readonly<Record<LongForm, string>> = {
  whole: 'type,source,target,targetHost,start,latestStart',
  bare: 'source',
  wrong: 'type,source,target,targetHost,start,latestStart',
  broken: 'type,source,target,targetHost,start,latestStart,targetOrgId,targetLocation',
  same: 'type,source,sourceUpn,target,targetHost',
};

/** A wave of people the simulator knows, one in five of it a site or a group. */
export function longFile(count: number, form: LongForm = 'whole'): string {
  const lines = Array.from({ length: count }, (_, at) => lineOf(form, String(at + 1).padStart(4, '0'), at));
  return `${[columns[form], ...lines].join('\r\n')}\r\n`;
}

function lineOf(form: LongForm, digits: string, at: number): string {
  const upn = `user${digits}@contoso.com`;
  const target = `user${digits}@fabrikam.com`;
  if (form === 'bare') return upn;
  if (form === 'wrong') return `uesr,${upn},${target},${host},satt 22:0${at % 10},2026/12/13 6:00`;
  if (form === 'broken')
    return `uesr,us er${digits}@fabrikam.com,user${digits}@fabrikom.com,fabrikan${at},satt ${at},2026/12/13 6:0${at},${at},Fransce,extra`;
  if (form === 'same') return `user,${somebody},ana@contoso.com,${somebody.replace('c', 'f')},${host}`;
  const times =
    at % 2 === 0 ? 'sat 22:00,sun 06:00' : `2026-12-12T22:${String(at % 60).padStart(2, '0')}:00Z,2026-12-13T06:00Z`;
  if (at % 10 === 8)
    return `site,https://contoso.sharepoint.com/sites/team${digits},https://fabrikam.sharepoint.com/sites/team${digits},${host},${times}`;
  if (at % 10 === 9) return `group,group${digits},group${digits},${host},${times}`;
  return `user,${upn},${target},${host},${times}`;
}
