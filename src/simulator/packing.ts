import { type Answer, errorBody, isProblem } from './answer.ts';
import type { Delivery } from './delivery.ts';
import { distorted, proxyPage } from './distort.ts';
import type { Fault } from './faults.ts';
import type { Options } from './options.ts';
import type { Problem } from './world.ts';

/** An answer of the service, what befalls it on the way, and what support would ask for. `now` is simulated. */
export type Reply = {
  answer: Answer | Problem;
  fault: Fault | null;
  requestId: string;
  clientRequestId: string;
  now: number;
};

export const statusOf = ({ answer, fault }: Reply): number => (fault?.name === 'html' ? fault.status : answer.status);

/** The bytes and headers as they leave, whatever may happen to them then. */
export function packed(reply: Reply, options: Options): Delivery {
  const { fault } = reply;
  const message = fault?.name === 'html' ? pageOf(reply) : jsonOf(reply, options);
  return { delayMs: delayOf(fault), how: howOf(fault, message.body), status: statusOf(reply), ...message };
}

type Message = Pick<Delivery, 'headers' | 'body'>;

const pageOf = (reply: Reply): Message => ({
  headers: { 'content-type': 'text/html; charset=utf-8', date: dateOf(reply) },
  body: proxyPage(statusOf(reply)),
});

function jsonOf(reply: Reply, options: Options): Message {
  const { answer, fault, requestId, clientRequestId, now } = reply;
  const date = new Date(now).toISOString().slice(0, 19);
  const said: Omit<Answer, 'status'> = isProblem(answer)
    ? { body: errorBody(answer, options, { date, requestId, clientRequestId }) }
    : answer;
  const json = said.body === null ? null : JSON.stringify(distorted(said.body, fault));
  const type: Record<string, string> = json === null ? {} : { 'content-type': 'application/json; charset=utf-8' };
  const ids = { 'request-id': requestId, 'client-request-id': clientRequestId, date: dateOf(reply) };
  return { headers: { ...type, ...said.headers, ...ids }, body: json };
}

const dateOf = ({ fault, now }: Reply): string =>
  new Date(now + (fault?.name === 'clock-skew' ? fault.aheadMs : 0)).toUTCString();

function delayOf(fault: Fault | null): number {
  if (fault?.name === 'slow') return fault.delayMs;
  return fault?.name === 'lost' ? fault.afterMs : 0;
}

function howOf(fault: Fault | null, body: string | null): Delivery['how'] {
  if (fault?.name === 'lost') return 'lost';
  return fault?.name === 'cut' && body !== null ? 'cut' : 'answer';
}
