import type { Person } from '../plan/answers.ts';
import type { Plan } from '../plan/plan.ts';
import { cleanText } from '../problems/clean.ts';
import type { SourceKey } from './task.ts';

/** How the task of a plan is found again; null for a user known only by object id. */
export function sourceKeyOf(plan: Plan): SourceKey | null {
  switch (plan.type) {
    case 'user': {
      const upn = plan.source.by === 'upn' ? plan.source.upn : plan.sourceUpn;
      return upn === null ? null : { type: 'user', upn };
    }
    case 'site':
      return { type: 'site', url: plan.source.url };
    case 'group':
      return { type: 'group', mailNickname: plan.source.mailNickname };
  }
}

/** Everything the source of a plan is called, its object id included; addresses without a slash at the end. */
export function sourceNames(plan: Plan): readonly string[] {
  switch (plan.type) {
    case 'user':
      return [
        plan.source.by === 'upn' ? plan.source.upn : plan.source.id,
        ...(plan.sourceUpn === null ? [] : [plan.sourceUpn]),
      ];
    case 'site':
      return [plan.source.url.replace(/\/+$/, '')];
    case 'group':
      return [plan.source.mailNickname];
  }
}

/** What moves, as screens name it: a sign-in name where there is one. A task of somebody else may be called anything. */
export function sourceLabel(plan: Plan): string {
  if (plan.type === 'user') return cleanText(plan.sourceUpn ?? personLabel(plan.source));
  return cleanText(plan.type === 'site' ? plan.source.url : plan.source.mailNickname);
}

/** Who or what receives it, as screens name it. */
export function targetLabel(plan: Plan): string {
  if (plan.type === 'user') return cleanText(personLabel(plan.target));
  return cleanText(plan.type === 'site' ? plan.target.url : plan.target.mailNickname);
}

const personLabel = (person: Person): string => (person.by === 'upn' ? person.upn : person.id);
