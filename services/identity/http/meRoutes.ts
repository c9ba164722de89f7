import { type meApi } from '#shared/contracts/identity/me';
import { Refused } from '#shared/kit/domainError';
import { type Handlers } from '#shared/kit/http/handler';
import { type Account } from '../domain/account';
import { addAddress, deleteAddress, updateAddress } from '../usecases/addresses';
import { linkPhone, updateMe } from '../usecases/changeMe';
import { deleteAccount } from '../usecases/deleteAccount';
import { type Needs } from '../usecases/needs';
import { latestApplication } from './latestApplication';
import { presentAddress, presentMe } from './present';

export function meRoutes(needs: Needs): Handlers<typeof meApi> {
  const me = async (account: Account) => presentMe(account, await latestApplication(needs, account._id));
  const mine = async (caller: { accountId: Account['_id'] }) => {
    const account = await needs.accounts.byId(caller.accountId);
    // The token outlives its account by some minutes.
    if (!account) throw new Refused('NOT_SIGNED_IN');
    return account;
  };
  return {
    getMe: async ({ caller }) => me(await mine(caller)),
    updateMe: async ({ caller, body }) => me(await updateMe(needs, caller.accountId, body)),
    linkPhone: async ({ caller, body }) => me(await linkPhone(needs, caller.accountId, body)),
    async deleteMe({ caller }) {
      await deleteAccount(needs, caller.accountId);
      return undefined;
    },
    async listAddresses({ caller }) {
      const { addresses } = await mine(caller);
      const sorted = [...addresses].sort((a, b) => Number(b.isDefault) - Number(a.isDefault));
      return { items: sorted.map(presentAddress) };
    },
    addAddress: async ({ caller, body, key }) =>
      presentAddress(await addAddress(needs, caller.accountId, key.newId('adr'), body)),
    updateAddress: async ({ caller, params, body }) =>
      presentAddress(await updateAddress(needs, caller.accountId, params.addressId, body)),
    async deleteAddress({ caller, params }) {
      await deleteAddress(needs, caller.accountId, params.addressId);
      return undefined;
    },
  };
}
