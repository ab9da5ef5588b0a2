import { isChosen } from './addressing.ts';
import type { Instant, Start } from './answers.ts';
import { isoTime } from './iso.ts';
import type { Profile } from './profile.ts';
import { answerAll, readAnswers } from './progress.ts';
import type { Context } from './question.ts';
import { nameByRule } from './rule.ts';
import type { Entry, Origin, Typed } from './typed.ts';
import { nextWindow, windowEnd } from './window.ts';

/**
 * What was given for a move, and what its profile says about the rest; what is given stands above the profile. A draft's own
 * values from a profile give way to what the profile says now: its window means other moments every day.
 */
export function withProfile(given: Typed, profile: Profile | null | undefined, context: Context): Typed {
  if (!profile) return answerAll(given, context);
  const fill = profileFiller(profile, context);
  const filled = fill(answerAll(withoutOrigin(given, 'profile'), context));
  const accepted = acceptedAddress(given);
  return filled.targetHost || filled.targetOrgId || !accepted
    ? filled
    : fill(answerAll({ ...filled, ...accepted }, context));
}

/** An address that a profile only offers, because it does not say where its moves land, and that somebody took. */
function acceptedAddress(given: Typed): Typed | null {
  const { targetHost, targetOrgId } = given;
  if (!isChosen(given)) return null;
  if (targetHost) return { targetHost };
  return targetOrgId ? { targetOrgId } : null;
}

/** The same for answers whose times are moments already and that hold nothing of the profile: the lines of a file. */
export function profileFiller(profile: Profile, context: Context): (own: Typed) => Typed {
  const windowOf = windowTimes(profile.window, context);
  return (own) => {
    const addressed = { ...own, ...addressFrom(profile, own) };
    const timed = { ...addressed, ...timesFrom(windowOf, addressed, context) };
    return { ...timed, ...targetFrom(profile, timed, context) };
  };
}

const withoutOrigin = (typed: Typed, origin: Origin): Typed =>
  Object.fromEntries(Object.entries(typed).filter(([, entry]) => entry.origin !== origin));

const saved = (text: string): Entry => ({ text, origin: 'profile' });

/** A host that is given needs no organization id, and the other way round; a location alone belongs to the profile's target. */
function addressFrom(profile: Profile, given: Typed): Typed {
  const { targetHost, targetOrgId, targetLocation, target } = profile;
  const by = given.targetBy?.text;
  const wantsHost = Boolean(given.targetHost?.text) || by === 'host';
  const wantsId = Boolean(given.targetOrgId?.text || given.targetLocation?.text) || by === 'organization';
  if (wantsHost) return given.targetHost || targetHost === null ? {} : { targetHost: saved(targetHost) };
  if (!wantsId && targetHost !== null) return { targetHost: saved(targetHost) };
  if (!wantsId && targetOrgId === null) return {};
  return {
    ...(given.targetOrgId ? {} : { targetOrgId: saved(targetOrgId ?? target.tenantId) }),
    ...(given.targetLocation || targetLocation === null ? {} : { targetLocation: saved(targetLocation) }),
  };
}

/** What a window comes to, worked out once for many moves: calendars are slow. */
type WindowTimes = { next: { start: Start; latestStart: Instant }; endAfter(start: Start): Instant };

function windowTimes(window: string | null, { now, zone }: Context): WindowTimes | null {
  if (window === null) return null;
  const ends = new Map<Instant, Instant>();
  return {
    next: nextWindow(window, { now, zone }),
    endAfter: (start) => {
      const at = start === 'now' ? now : Math.max(start, now);
      const end = ends.get(at) ?? windowEnd(window, at, zone);
      ends.set(at, end);
      return end;
    },
  };
}

/** Where the target is settled and no window is saved, moves start as soon as they can: the request shows it. */
function timesFrom(window: WindowTimes | null, given: Typed, context: Context): Typed {
  if (window === null) return given.targetHost || given.targetOrgId ? defaultTimes(given) : {};
  if (given.start && given.latestStart) return {};
  const { next } = window;
  if (!given.start && !given.latestStart) return { start: moment(next.start), latestStart: moment(next.latestStart) };
  const { start, latestStart } = readAnswers(given, context).known;
  if (given.start) return start === undefined ? {} : { latestStart: moment(window.endAfter(start)) };
  // A latest start before the window opens leaves no room for it.
  const fits = next.start === 'now' || typeof latestStart !== 'number' || latestStart > next.start;
  return { start: moment(fits ? next.start : 'now') };
}

const moment = (at: Start): Entry => saved(at === 'now' ? 'now' : isoTime(at));

const defaultTimes = (given: Typed): Typed => ({
  ...(given.start ? {} : { start: { text: 'now', origin: 'default' } }),
  ...(given.latestStart ? {} : { latestStart: { text: '', origin: 'default' } }),
});

/** The naming rule answers for a person whose name is given; where somebody types the name, it is offered instead. */
function targetFrom({ targetRule }: Profile, given: Typed, context: Context): Typed {
  if (given.target || given.source?.origin === 'typed' || targetRule === null) return {};
  const { source } = readAnswers(given, context).known;
  if (source?.kind !== 'person' || source.by !== 'upn') return {};
  return { target: { text: nameByRule(targetRule, source.upn), origin: 'rule' } };
}
