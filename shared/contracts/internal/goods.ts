import { z } from '../zod';

export const SoldBy = z.enum(['piece', 'weight']);
export type SoldBy = z.infer<typeof SoldBy>;
export const Temperature = z.enum(['ambient', 'chilled', 'frozen']);
export type Temperature = z.infer<typeof Temperature>;
