import { randomUUID } from 'node:crypto';
import { type MyAccount, type SignedIn, type Tokens } from '../../../shared/contracts/identity/account';
import { type AccountId } from '../../../shared/contracts/ids';
import { type Connection, type PublicApi, publicApi } from './connection';
import { Live } from './live';

/** A new `Idempotency-Key`: one for each wish. */
export const newKey = (): string => randomUUID();

/** Renewed when it has less than this left. */
const renewBeforeMs = 60_000;

/** Somebody with a phone in the hand: signs in, stays signed in, and calls the public API. */
export class Person {
  readonly connection: Connection;
  readonly api: PublicApi;
  #signedIn: { account: MyAccount; tokens: Tokens } | undefined;
  #renewal: Promise<Tokens> | undefined;
  #live: Live | undefined;

  constructor(connection: Connection) {
    this.connection = connection;
    this.api = publicApi(connection, async () => {
      const token = await this.token();
      return token === undefined ? undefined : `Bearer ${token}`;
    });
  }

  async signInWithPhone(phone: string, code: string): Promise<void> {
    this.#keep(await this.#stranger().identity.signInWithPhone({ body: { phone, code } }));
  }

  /** With the codes that the WeChat app would give; `phoneCode` links the person's number. */
  async signInWithWechat(code: string, phoneCode?: string): Promise<void> {
    const body = { code, ...(phoneCode === undefined ? {} : { phoneCode }) };
    this.#keep(await this.#stranger().identity.signInWithWechat({ body }));
  }

  async signInWithPassword(username: string, password: string): Promise<void> {
    this.#keep(await this.#stranger().identity.signInWithPassword({ body: { username, password } }));
  }

  /** New tokens, with the roles of this moment. */
  async renew(): Promise<void> {
    const { account, tokens } = this.#known();
    const body = { refreshToken: tokens.refreshToken };
    this.#signedIn = { account, tokens: await this.#stranger().identity.refreshTokens({ body }) };
  }

  get account(): MyAccount {
    return this.#known().account;
  }

  get accountId(): AccountId {
    return this.account.accountId;
  }

  get name(): string {
    return this.account.displayName;
  }

  /** The access token, renewed in time; undefined while nobody is signed in. */
  async token(): Promise<string | undefined> {
    if (!this.#signedIn) return undefined;
    const { tokens } = this.#signedIn;
    const leftMs = Date.parse(tokens.accessTokenExpiresAt) - this.connection.time.now().getTime();
    if (leftMs > renewBeforeMs) return tokens.accessToken;
    this.#renewal ??= this.renew()
      .then(() => this.#known().tokens)
      .finally(() => {
        this.#renewal = undefined;
      });
    return (await this.#renewal).accessToken;
  }

  /** The person's socket, opened at the first use. */
  get live(): Live {
    return (this.#live ??= new Live(this.connection.url, () => this.token()));
  }

  putPhoneAway(): void {
    this.#live?.close();
  }

  #keep({ account, tokens }: SignedIn): void {
    this.#signedIn = { account, tokens };
  }

  #known() {
    if (!this.#signedIn) throw new Error('nobody is signed in');
    return this.#signedIn;
  }

  #stranger(): PublicApi {
    return publicApi(this.connection, () => Promise.resolve(undefined));
  }
}
