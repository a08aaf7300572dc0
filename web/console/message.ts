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
