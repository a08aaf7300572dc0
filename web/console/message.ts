/** Splits a message into words and code, which the engine marks with backquotes. */
export interface MessagePart {
  text: string;
  code: boolean;
}

export function messageParts(message: string): MessagePart[] {
  const pieces = message.split('`');
  // An odd number of marks has no partner for the last one: it is a mark of the text itself.
  if (pieces.length % 2 === 0) return [{ text: message, code: false }];
  return pieces.map((text, i) => ({ text, code: i % 2 === 1 })).filter((part) => part.text !== '');
}

const LONG_ID = /-([0-9a-f]{8})(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$|-([0-9a-f]{8})[0-9a-f]{24}$/;

/** The name of a task with the start of its number: enough to tell it from others, short enough to read. */
export function shortKey(key: string): string {
  return key.replace(LONG_ID, (_, uuid?: string, token?: string) => `-${uuid ?? token ?? ''}…`);
}
