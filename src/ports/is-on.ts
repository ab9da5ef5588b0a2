/** Whether a variable of the environment is switched on: set, and not to what people write for no. */
export const isOn = (value: string | undefined): boolean => value !== undefined && !['', '0', 'false'].includes(value);
