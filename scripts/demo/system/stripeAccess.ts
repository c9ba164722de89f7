import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { type StripeAccess } from '../books/stripeBooks';

const Secrets = z.object({ stripe: z.object({ secretKey: z.string() }) });

/** The sandbox of a start on this machine: its key stands in the data folder. Absent where that cannot be read. */
export async function findStripeAccess(url: string, dataDir: string): Promise<StripeAccess | undefined> {
  const file = join(dataDir, 'secrets.json');
  if (!existsSync(file)) return undefined;
  const { stripe } = Secrets.parse(JSON.parse(readFileSync(file, 'utf8')));
  const access = { url: `${url}/sandbox/stripe`, secretKey: stripe.secretKey };
  const reply = await fetch(`${access.url}/v1/balance`, {
    headers: { Authorization: `Bearer ${access.secretKey}` },
  });
  // The folder of another start than this one holds another key.
  return reply.ok ? access : undefined;
}
