import type { WireIdentity, WireParameters } from '../wire/task.ts';
import { isRecord, type JsonRecord, recordAt, textAt } from './json.ts';

const texts = [
  '@odata.type',
  'targetOrganizationHost',
  'targetOrganizationId',
  'targetDataLocationCode',
  'sourceSiteUrl',
  'targetSiteUrl',
  'preferredStartDateTime',
  'preferredLatestStartDateTime',
] as const;

const identities = ['sourceUserIdentity', 'targetUserIdentity', 'sourceGroupIdentity', 'targetGroupIdentity'] as const;

/** The properties this product knows, each only when it has the right type. */
export function readParameters(json: unknown): WireParameters {
  if (!isRecord(json)) return {};
  const parameters: WireParameters = json.targetDataLocationCode === null ? { targetDataLocationCode: null } : {};
  for (const name of texts) {
    const text = textAt(json, name);
    if (text !== undefined) parameters[name] = text;
  }
  for (const name of identities) {
    const identity = recordAt(json, name);
    if (identity) parameters[name] = readIdentity(identity);
  }
  if (typeof json.validateOnly === 'boolean') parameters.validateOnly = json.validateOnly;
  return parameters;
}

function readIdentity(json: JsonRecord): WireIdentity {
  const identity: WireIdentity = {};
  for (const name of ['userPrincipalName', 'id', 'mailNickname'] as const) {
    const text = textAt(json, name);
    if (text !== undefined) identity[name] = text;
  }
  return identity;
}
