import type { Plan } from '../../../src/plan/plan.ts';
import { sitePlan } from '../../runtime/moves.ts';

/** Names that a tenant could hold, each of which means something in one of the forms of a report. */
export const hostileNames = [
  '=HYPERLINK("http://evil.example","click")',
  "+1+cmd|' /C calc'!A0",
  '-2+3',
  '@SUM(A1:A9)',
  '\t=1+1',
  '\r=1+1',
  ' =1+1',
  '＝1+1',
  '＋1',
  'a;=1+1',
  'a; -1',
  'a,b',
  'a"b""c',
  'a|b',
  'a\\|b',
  '`a`|`b`',
  '*a* _b_ ~~c~~',
  '[click](javascript:alert(1))',
  '![x](http://evil.example/x.png)',
  '<script>alert(1)</script>',
  '<img src=http://evil.example/x onerror=alert(1)>',
  '"><iframe src=http://evil.example>',
  "' onmouseover='alert(1)",
  '</style></title><script>',
  '&lt;b&gt; &amp;',
  'a\nb\r\nc',
  '# heading',
  '\u001b]0;owned\u0007\u001b[2J',
  'a\u202ephp.exe',
  'a\u2066b\u2069',
  '\u0000\u009b31m',
  'דנה@contoso.com',
  '',
] as const;

export const hostilePlan = (name: string): Plan =>
  ({ ...sitePlan('x'), source: { url: name }, target: { url: `${name}2` } }) as Plan;
