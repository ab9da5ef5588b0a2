import type { Instant, Known } from './answers.ts';
import type { Profile } from './profile.ts';
import type { Result } from './result.ts';
import type { Typed } from './typed.ts';

/** The steps that ask; request, dry run and confirm follow. */
export type AskStep = 'type' | 'who' | 'target' | 'when';

export type Choice = { value: string; label: string; needs: string };

/** The time now and the zone that dates without an offset are in. */
export type Context = {
  now: Instant;
  zone: string;
  /** The tenant the move starts in, where it is known already. */
  sourceTenantId?: string | null;
  /** The profile whose tenants hold the answers, where one is chosen. */
  profile?: Profile | null;
  /** What texts of times came to, where many moves are read with one context: lines of a file repeat them. */
  moments?: Map<string, Result<Instant, Unreadable>>;
};

/** Why a text cannot be read as its kind. The walk adds field and code. */
export type Unreadable = { what: string; why: string; next: string; suggestion?: string };

export type Parse<V> = (text: string, known: Known, context: Context) => Result<V, Unreadable>;

/** One question, as data: front ends render it, only `parse` decides what a text means. */
export type Question<V> = {
  step: AskStep;
  /** A question that ends in "?", under 60 characters. */
  prompt: (known: Known) => string;
  /** The field's short name, as findings and review call it. */
  label: (known: Known) => string;
  /** Without dashes; null for what flags and files say by giving other answers. */
  flag: string | null;
  example: (known: Known) => string;
  /** One line that explains the answer's meaning, or empty. */
  help: (known: Known) => string;
  /** Taken when nothing is given; an empty text means "leave it out". */
  default?: string;
  choices?: readonly Choice[];
  askedWhen?: (known: Known) => boolean;
  /** What other answers say about this one when it was not given. */
  infer?: (typed: Typed) => string | undefined;
  /** Present where a text must be resolved when it is answered: the text that will always mean this value. */
  canonical?: (value: V) => string;
  parse: Parse<V>;
};
