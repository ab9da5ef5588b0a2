/** Times in simulated milliseconds since 1970. */
export type SimulatedClock = {
  now(): number;
  /** Resolves after so many simulated milliseconds, or rejects with the signal's reason when it is aborted. */
  sleep(ms: number, signal?: AbortSignal): Promise<void>;
};

export type RealTime = {
  realNow: () => number;
  realSleep: (ms: number, signal?: AbortSignal) => Promise<void>;
};

/** Where simulated time stood at a real moment, and how fast it runs since. */
export type ClockFace = { epoch: number; realEpoch: number; speed: number };

export const simulatedNow = ({ epoch, realEpoch, speed }: ClockFace, realNow: number): number =>
  Math.round(epoch + (realNow - realEpoch) * speed);

/** What the clock of the service shows at a simulated moment. */
export const serviceTime = ({ skewMs }: { skewMs: number }, now: number): number => now + skewMs;

/** A clock that can run fast: at speed 60 an hour passes in a minute. */
export const simulatedClock = ({ realNow, realSleep, ...face }: ClockFace & RealTime): SimulatedClock => ({
  now: () => simulatedNow(face, realNow()),
  sleep: (ms, signal) => realSleep(ms / face.speed, signal),
});
