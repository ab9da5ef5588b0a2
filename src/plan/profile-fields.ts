import type { FieldId, Fields, ProfileField } from './profile-field.ts';
import { answerFields } from './profile-fields-answers.ts';
import { signInFields } from './profile-fields-sign-in.ts';
import { tenantFields } from './profile-fields-tenants.ts';

/** Asked for and shown in this order. The key of a field is its flag in camel case. */
export const profileFields: Fields<FieldId> = { ...tenantFields, ...answerFields, ...signInFields };

export const fieldIds = Object.keys(profileFields) as readonly FieldId[];

/** The field with its value's type forgotten, for code that treats all alike. */
export const fieldAt = (id: FieldId): ProfileField<unknown> => profileFields[id] as ProfileField<unknown>;
