import { type Answer, errorBody, isProblem } from './answer.ts';
import type { Delivery } from './delivery.ts';
import { distorted, gatewayText, proxyPage, signInPage } from './distort.ts';
import { type Fault, isSilent } from './fault.ts';
import type { Options } from './options.ts';
import { outages, reset } from './outages.ts';
import type { Problem } from './world.ts';

/** An answer of the service, what befalls it on the way, and what support would ask for. `now` is simulated. */
export type Reply = {
  answer: Answer | Problem;
  fault: Fault | null;
  requestId: string;
  clientRequestId: string;
  now: number;
};

export const statusOf = ({ answer, fault }: Reply): number => {
  if (fault?.name === 'redirect') return 302;
  return fault?.name === 'html' || fault?.name === 'text' ? fault.status : answer.status;
};

/** The bytes and headers as they leave, whatever may happen to them then. */
export function packed(reply: Reply, options: Options): Delivery {
  const { fault } = reply;
  const message = messageOf(reply, options);
  const cause = fault?.name === 'outage' ? outages[fault.why] : reset;
  return { delayMs: delayOf(fault), how: howOf(fault, message.body), cause, status: statusOf(reply), ...message };
}

type Message = Pick<Delivery, 'headers' | 'body'>;

function messageOf(reply: Reply, options: Options): Message {
  const { fault, now } = reply;
  const date = new Date(now).toUTCString();
  const between = (type: string, body: string): Message => ({ headers: { 'content-type': type, date }, body });
  switch (fault?.name) {
    case 'html':
      return between('text/html; charset=utf-8', proxyPage(fault.status));
    case 'text':
      return between('text/plain', gatewayText);
    case 'redirect':
      return { headers: { location: signInPage, date }, body: null };
    case 'empty':
      return emptied(jsonOf(reply, options));
    default:
      return jsonOf(reply, options);
  }
}

function jsonOf(reply: Reply, options: Options): Message {
  const { answer, fault, requestId, clientRequestId, now } = reply;
  const date = new Date(now).toISOString().slice(0, 19);
  const said: Omit<Answer, 'status'> = isProblem(answer)
    ? { body: errorBody(answer, options, { date, requestId, clientRequestId }) }
    : answer;
  const json = said.body === null ? null : JSON.stringify(distorted(said.body, fault));
  const type: Record<string, string> = json === null ? {} : { 'content-type': 'application/json; charset=utf-8' };
  const ids = { 'request-id': requestId, 'client-request-id': clientRequestId, date: new Date(now).toUTCString() };
  return { headers: { ...type, ...said.headers, ...ids }, body: json };
}

const emptied = ({ headers }: Message): Message => ({ headers, body: null });

function delayOf(fault: Fault | null): number {
  if (fault?.name === 'slow') return fault.delayMs;
  return fault?.name === 'lost' ? fault.afterMs : 0;
}

function howOf(fault: Fault | null, body: string | null): Delivery['how'] {
  if (isSilent(fault)) return 'lost';
  return fault?.name === 'cut' && body !== null ? 'cut' : 'answer';
}
