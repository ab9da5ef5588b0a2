import { describe, expect } from 'vitest';
import { confirmed, simulated, userMove } from '../support/moves.ts';
import { type Program, test } from '../support/program.ts';

const json = ({ out }: Program) => JSON.parse(out);

describe.concurrent('the built program, with pipes in place of a terminal', () => {
  test('says its version', async ({ start }) => {
    const program = start(['--version']);
    expect(await program.ended()).toBe(0);
    expect(program.out).toMatch(/^\d+\.\d+\.\d+\n$/);
  });

  test('alone shows a short help, and asks nothing', async ({ start }) => {
    const program = start([]);
    expect(await program.ended()).toBe(0);
    expect(program.out).toContain('crossorg demo');
  });

  test('tells the demo to its end in less than 30 seconds', async ({ start }) => {
    const before = performance.now();
    const program = start(['demo']);
    expect(await program.ended()).toBe(0);
    expect(performance.now() - before).toBeLessThan(30_000);
    expect(program.out).toContain('Completed: dana@contoso.com');
    expect(program.err).toBe('');
  });

  test('says all missing answers as one document, with exit code 2', async ({ start }) => {
    const program = start(['migrate', 'user', '--json']);
    expect(await program.ended()).toBe(2);
    const codes = json(program).findings.map(({ code }: { code: string }) => code);
    expect(codes).toEqual(['sourceMissing', 'targetMissing', 'targetHostMissing', 'confirmMissing']);
    expect(program.err).toBe('');
  });

  test('finds what another process submitted, cancels it, and lists its run', async ({ start }) => {
    const migrate = start([...userMove(), ...simulated, ...confirmed, '--start', '+5h', '--json']);
    expect(await migrate.ended()).toBe(0);
    const { run, task } = json(migrate);
    const status = start(['status', run, ...simulated, '--json']);
    expect(await status.ended()).toBe(0);
    expect(json(status).tasks[0]).toMatchObject({ id: task.id, state: 'queued' });
    const cancel = start(['cancel', 'dana@contoso.com', ...simulated, ...confirmed, '--json']);
    expect(await cancel.ended()).toBe(0);
    expect(json(cancel).tasks[0].state).toBe('cancelled');
    const runs = start(['runs', ...simulated, '--json']);
    expect(await runs.ended()).toBe(0);
    expect(json(runs).runs).toEqual([expect.objectContaining({ run, counts: { cancelled: 1 } })]);
  });

  test('serves the simulator to another process, which moves and cancels by address and token', async ({ start }) => {
    const server = start(['simulate', '--port', '0', '--speed', '600']);
    await server.said('Ctrl+C stops it.');
    const env = Object.fromEntries(
      server.out
        .trim()
        .split('\n')
        .map((line) => line.split(/=(.*)/s).slice(0, 2)),
    );
    expect(Object.keys(env)).toEqual(['CROSSORG_GRAPH_URL', 'CROSSORG_ACCESS_TOKEN']);
    const migrate = start([...userMove(), ...confirmed, '--watch', '--events'], env);
    expect(await migrate.ended()).toBe(0);
    expect(migrate.out).toContain('"state":"completed"');
    const later = start([...userMove('kim'), ...confirmed, '--start', '+90d', '--json'], env);
    expect(await later.ended()).toBe(0);
    const cancel = start(['cancel', json(later).task.id, ...confirmed, '--json'], env);
    expect(await cancel.ended()).toBe(0);
    expect(json(cancel)).toMatchObject({ mode: 'custom', tasks: [{ state: 'cancelled' }] });
    server.child.kill('SIGINT');
    expect(await server.ended()).toBe(0);
  });

  test('stopped with Ctrl+C while it watches, prints the state and the way back, and that way works', async ({
    start,
  }) => {
    const migrate = start([...userMove(), ...simulated, ...confirmed, '--watch']);
    await migrate.said('Queued:');
    migrate.child.kill('SIGINT');
    expect(await migrate.ended()).toBe(130);
    expect(migrate.out).toMatch(/^[0-9a-f-]{36} {2}(Queued|Running) {2}dana@contoso\.com\n$/);
    const [, command = ''] = /crossorg (watch .*)$/m.exec(migrate.err) ?? [];
    const watch = start([...command.split(' '), '--timeout', '30s', '--json']);
    expect([0, 8]).toContain(await watch.ended());
    expect(json(watch).tasks[0].source).toBe('dana@contoso.com');
  });

  test('a reader that has gone ends it quietly', async ({ start }) => {
    const program = start(['explain']);
    program.child.stdout?.destroy();
    expect([0, 130]).toContain(await program.ended());
    expect(program.err).toBe('');
  });
});
