import { type Address } from '#shared/contracts/identity/account';
import { contactPhone } from '#shared/contracts/phone';
import { isVisible } from '#shared/contracts/text';
import { persisted } from '@/platform/persisted';

export type Recipient = { readonly name: string; readonly phone: string };

const isRecipient = (value: unknown): value is Recipient =>
  typeof value === 'object' && value !== null && 'name' in value && 'phone' in value;
const kept = persisted<Recipient>('recipient', 1, isRecipient);

/** Who collected last time, so that nobody types it twice. */
export const lastRecipient = (): Recipient | undefined => kept.read();
export const rememberRecipient = (recipient: Recipient): void => kept.write(recipient);

/** Who receives what is brought to an address. */
export const recipientOf = ({ recipientName, phone }: Address): Recipient => ({ name: recipientName, phone });

/** Which of the two is not right yet. */
export const wrongIn = ({ name, phone }: Recipient): { name: boolean; phone: boolean } => ({
  name: !isVisible(name),
  phone: contactPhone(phone) === undefined,
});

const keptNote = persisted<string>('checkout-note', 1, (value): value is string => typeof value === 'string');

/** What was written for an order that was not placed yet: a reload must not lose it. */
export const noteInProgress = (): string => keptNote.read() ?? '';
export const rememberNote = (note: string): void => (note === '' ? keptNote.clear() : keptNote.write(note));
