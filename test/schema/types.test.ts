import type { Static } from 'typebox';
import { expectTypeOf, test } from 'vitest';
import type { PlanValue } from '../../src/plan/describe.ts';
import type { Finding, NextStep } from '../../src/plan/finding.ts';
import type { CatalogueEntry } from '../../src/problems/look-up.ts';
import type { tenant } from '../../src/schema/document.ts';
import type { entry } from '../../src/schema/documents/helping.ts';
import type { counts } from '../../src/schema/documents/running.ts';
import type { finding, nextStep } from '../../src/schema/finding.ts';
import type { parameters, planValue } from '../../src/schema/plan.ts';
import type { listedTask, task } from '../../src/schema/task.ts';
import type { TaskJson } from '../../src/tasks/task-json.ts';
import type { TenantFace } from '../../src/wave/entry.ts';
import type { countStates } from '../../src/wave/run-state.ts';
import type { WireParameters } from '../../src/wire/task.ts';

/** As it arrives: JSON knows neither read-only nor "at least one". */
type Plain<T> = T extends readonly (infer E)[]
  ? Plain<E>[]
  : T extends object
    ? { -readonly [K in keyof T]: Plain<T[K]> }
    : T;

type Said<S extends { '~kind'?: unknown }> = Plain<Static<S>>;

test('schemas and types of the program are the same both ways', () => {
  expectTypeOf<Said<typeof nextStep>>().toEqualTypeOf<Plain<NextStep>>();
  expectTypeOf<Said<typeof finding>>().toEqualTypeOf<Plain<Finding>>();
  expectTypeOf<Said<typeof task>>().toEqualTypeOf<Plain<Omit<TaskJson, 'source'>>>();
  expectTypeOf<Said<typeof listedTask>>().toEqualTypeOf<Plain<Required<TaskJson>>>();
  expectTypeOf<Said<typeof planValue>>().toEqualTypeOf<Plain<PlanValue>>();
  expectTypeOf<Said<typeof entry>>().toEqualTypeOf<Plain<CatalogueEntry>>();
  expectTypeOf<Said<typeof tenant>>().toEqualTypeOf<Plain<TenantFace>>();
  expectTypeOf<Said<typeof counts>>().toEqualTypeOf<Plain<ReturnType<typeof countStates>>>();
  expectTypeOf<Omit<Said<typeof parameters>, 'validateOnly'>>().toEqualTypeOf<
    Plain<Omit<WireParameters, 'validateOnly'>>
  >();
});
