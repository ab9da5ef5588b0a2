/** The reason of an abort by our own time limit, told apart from a caller's stop. */
export class TimedOut extends Error {}
