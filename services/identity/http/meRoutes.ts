import { type meApi } from '#shared/contracts/identity/me';
import { type Handlers } from '#shared/kit/http/handler';
import { sourceOf } from '../domain/source';
import { type IdentityDeps } from '../usecases/deps';
import { addAddress } from '../usecases/me/addAddress';
import { deleteAddress } from '../usecases/me/deleteAddress';
import { deleteMe } from '../usecases/me/deleteMe';
import { getMe } from '../usecases/me/getMe';
import { linkPhone } from '../usecases/me/linkPhone';
import { listAddresses } from '../usecases/me/listAddresses';
import { updateAddress } from '../usecases/me/updateAddress';
import { updateMe } from '../usecases/me/updateMe';
import { presentAddress } from './presentAddress';
import { presentMe } from './presentMe';

export const meRoutes = (deps: IdentityDeps): Handlers<typeof meApi> => ({
  getMe: async ({ caller }) => presentMe(await getMe(deps, caller.accountId)),
  updateMe: async ({ caller, body }) => presentMe(await updateMe(deps, caller.accountId, body)),
  linkPhone: async ({ caller, body, address }) =>
    presentMe(await linkPhone(deps, caller.accountId, body, sourceOf(address))),
  deleteMe: ({ caller }) => deleteMe(deps, caller.accountId),
  listAddresses: async ({ caller }) => ({
    items: (await listAddresses(deps, caller.accountId)).map(presentAddress),
  }),
  addAddress: async ({ caller, body, key }) =>
    presentAddress(await addAddress(deps, caller.accountId, key.newId('adr'), body)),
  updateAddress: async ({ caller, params, body }) =>
    presentAddress(await updateAddress(deps, caller.accountId, params.addressId, body)),
  deleteAddress: ({ caller, params }) => deleteAddress(deps, caller.accountId, params.addressId),
});
