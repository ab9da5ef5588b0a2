import type { Known, QuestionId, ResourceType } from '../plan/answers.ts';
import { nameByRule } from '../plan/rule.ts';
import type { Entry, Origin } from '../plan/typed.ts';

/** What a session knows that saves typing: a profile's rules, or the simulator's people. */
export type Hints = {
  /** A source to try, where one is worth offering. */
  sources: Partial<Record<ResourceType, string>>;
  /** The name at the target, with `{name}` for the part before the @ of the source. */
  targetRule: string | null;
  /** The root of the target's sites, such as `https://fabrikam.sharepoint.com`. */
  targetRoot: string | null;
  targetHost: string | null;
  targetOrgId: string | null;
  /** What follows the @ on each side, where there is one usual domain. */
  domains: { source: string | null; target: string | null };
  origin: Origin;
};

/** What Enter takes when nothing is typed, or null where there is nothing to offer. */
export function suggestionFor(hints: Hints | null, known: Known, id: QuestionId): Entry | null {
  if (!hints) return null;
  const text = suggestedText(hints, known, id);
  return text === null ? null : { text, origin: id === 'target' ? 'rule' : hints.origin };
}

function suggestedText(hints: Hints, known: Known, id: QuestionId): string | null {
  switch (id) {
    case 'source':
      return hints.sources[known.type ?? 'user'] ?? null;
    case 'target':
      return suggestedTarget(hints, known);
    case 'targetHost':
      return hints.targetHost;
    case 'targetOrgId':
      return hints.targetOrgId;
    default:
      return null;
  }
}

function suggestedTarget({ targetRule, targetRoot }: Hints, { source }: Known): string | null {
  if (source?.kind === 'person' && source.by === 'upn')
    return targetRule === null ? null : nameByRule(targetRule, source.upn);
  if (source?.kind === 'site') return targetRoot === null ? null : targetRoot + new URL(source.url).pathname;
  return source?.kind === 'group' ? source.mailNickname : null;
}

/** The whole text that a typed beginning could become; the offer when nothing is typed. */
export function completionFor(
  hints: Hints | null,
  known: Known,
  id: QuestionId,
  text: string,
  offered: Entry | null,
): string | undefined {
  if (offered?.text.startsWith(text)) return offered.text;
  const domain =
    id === 'source' || id === 'sourceUpn' ? hints?.domains.source : id === 'target' ? hints?.domains.target : null;
  if (!domain || (known.type ?? 'user') !== 'user' || text === '' || looksLikeObjectId(text)) return undefined;
  const [name = '', started] = text.split('@');
  return started === undefined || domain.startsWith(started) ? `${name}@${domain}` : undefined;
}

/** An object id has no domain to be completed with. */
const looksLikeObjectId = (text: string): boolean => /^[0-9a-f]{8}-/i.test(text);
