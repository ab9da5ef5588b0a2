import { describe, expect, it } from 'vitest';
import { finding } from '../../src/plan/finding.ts';
import { exitCodeFor, exitCodeForFindings, exitCodeForRejected } from '../../src/problems/exit.ts';
import { explain, localFinding } from '../../src/problems/explain.ts';
import { http, network, stopped, task, unreadable } from './samples.ts';

const words = { field: 'start', code: 'startUnreadable', what: 'W', why: 'Y', next: 'N' } as const;
const input = finding(words, { from: 'input' });
const check = finding({ ...words, code: 'targetIsSource' });
const warning = finding({ ...words, code: 'startInPast' }, { severity: 'warning' });

describe('the exit code of one finding', () => {
  it.each([
    { name: 'an answer that cannot be read', found: input, exit: 2 },
    { name: 'an own check', found: check, exit: 3 },
    { name: 'a warning', found: warning, exit: 0 },
    { name: 'a refused dry run', found: explain(http(422, 'MnAOdbUsersAreNotLicensed')), exit: 3 },
    { name: 'a refusal nobody knows', found: explain(http(422, 'Xyz')), exit: 3 },
    { name: 'an expired sign-in', found: explain(http(401)), exit: 4 },
    { name: 'a missing permission', found: explain(http(403)), exit: 4 },
    { name: 'an unknown task', found: explain(http(404, '', '', { call: 'read' })), exit: 6 },
    { name: 'a cancel that came too late', found: explain(http(409, '', '', { call: 'cancel' })), exit: 9 },
    { name: 'a conflict with an unknown code', found: explain(http(409, 'Xyz')), exit: 9 },
    { name: 'a busy service', found: explain(http(503)), exit: 7 },
    { name: 'a server fault of an unknown kind', found: explain(http(520, 'Xyz')), exit: 7 },
    { name: 'no network', found: explain(network('dns')), exit: 7 },
    { name: 'a web page', found: explain(unreadable('html')), exit: 7 },
    { name: 'Ctrl+C', found: explain(stopped('maybe')), exit: 130 },
    { name: 'a task that failed for an unknown reason', found: explain(task('Xyz')), exit: 6 },
    {
      name: 'a dry run that failed for an unknown reason',
      found: explain(task('Xyz', '', { call: 'validate' })),
      exit: 3,
    },
    { name: 'a task that failed without a word', found: explain(task('')), exit: 6 },
    { name: 'an open submission', found: localFinding('unconfirmed'), exit: 7 },
    { name: 'another tenant', found: localFinding('wrongTenant'), exit: 4 },
    { name: 'a token of no known tenant', found: localFinding('tenantUnknown'), exit: 4 },
    { name: 'a conflicting task', found: localFinding('conflictOtherParameters'), exit: 9 },
    { name: 'a word that cannot be looked up', found: localFinding('whatUnreadable'), exit: 2 },
    { name: 'a fault of ours', found: localFinding('programFault'), exit: 1 },
  ])('is $exit for $name', ({ found, exit }) => {
    expect(exitCodeFor(found)).toBe(exit);
  });
});

describe('the exit code of several findings', () => {
  it.each([
    { name: 'none', found: [], exit: 0 },
    { name: 'warnings only', found: [warning, warning], exit: 0 },
    { name: 'input before checks', found: [check, input, warning], exit: 2 },
    { name: 'checks before sign-in', found: [explain(http(401)), check], exit: 3 },
    { name: 'sign-in before a busy service', found: [explain(http(503)), explain(http(401))], exit: 4 },
    { name: 'a conflict before a busy service', found: [explain(http(503)), explain(http(409))], exit: 9 },
    { name: 'a stop before all', found: [input, explain(stopped('no'))], exit: 130 },
  ])('puts $name', ({ found, exit }) => {
    expect(exitCodeForFindings(found)).toBe(exit);
  });

  it('is 6 for a live submission that was refused, but keeps sign-in, conflict and a busy service apart', () => {
    expect(exitCodeForRejected([explain(http(422, 'MnAOdbUsersAreNotLicensed'))])).toBe(6);
    expect(exitCodeForRejected([explain(http(401))])).toBe(4);
    expect(exitCodeForRejected([explain(http(409))])).toBe(9);
    expect(exitCodeForRejected([explain(http(429))])).toBe(7);
  });
});
