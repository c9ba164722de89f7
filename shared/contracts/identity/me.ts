import { Language, Phone } from '../common';
import { endpoint } from '../endpoint';
import { AddressId } from '../ids';
import { z } from '../zod';
import { Address, addressFields, DisplayName, MyAccount } from './account';

const newAddress = z.strictObject({ ...addressFields, isDefault: z.boolean().default(false) });
const addressParams = z.strictObject({ addressId: AddressId });

export const meApi = {
  getMe: endpoint({
    id: 'identity.getMe',
    service: 'identity',
    method: 'get',
    path: '/me',
    access: 'signedIn',
    summary: 'Your own account.',
    reply: MyAccount,
  }),
  updateMe: endpoint({
    id: 'identity.updateMe',
    service: 'identity',
    method: 'patch',
    path: '/me',
    access: 'signedIn',
    summary: 'Changes your display name, language or type size; what is left out stays.',
    body: z.strictObject({
      displayName: DisplayName.optional(),
      language: Language.optional(),
      largeType: z.boolean().optional(),
    }),
    reply: MyAccount,
    idempotency: 'natural',
  }),
  linkPhone: endpoint({
    id: 'identity.linkPhone',
    service: 'identity',
    method: 'post',
    path: '/me/phone',
    access: 'signedIn',
    summary: 'Sets or replaces your phone number, proven by the one-time code sent to it.',
    body: z.strictObject({ phone: Phone, code: z.string().regex(/^[0-9]{6}$/) }),
    reply: MyAccount,
    status: 200,
    errors: ['SIGN_IN_CODE_WRONG', 'SIGN_IN_LOCKED', 'PHONE_TAKEN'],
    idempotency: 'natural',
  }),
  deleteMe: endpoint({
    id: 'identity.deleteMe',
    service: 'identity',
    method: 'delete',
    path: '/me',
    access: 'signedIn',
    summary:
      'Deletes your account: name, phone, addresses and sign-ins are gone at once, other services make theirs anonymous, and after 30 days nothing is left.',
    errors: ['OPERATOR_CANNOT_LEAVE'],
    idempotency: 'natural',
  }),
  listAddresses: endpoint({
    id: 'identity.listAddresses',
    service: 'identity',
    method: 'get',
    path: '/me/addresses',
    access: 'signedIn',
    summary: 'Your addresses for door delivery, the default one first; at most 20.',
    reply: z.object({ items: z.array(Address) }),
  }),
  addAddress: endpoint({
    id: 'identity.addAddress',
    service: 'identity',
    method: 'post',
    path: '/me/addresses',
    access: 'signedIn',
    summary: 'Adds an address; the first one of a city becomes the default there.',
    body: newAddress,
    reply: Address,
    status: 201,
    errors: ['TOO_MANY_ADDRESSES'],
    idempotency: 'required',
  }),
  updateAddress: endpoint({
    id: 'identity.updateAddress',
    service: 'identity',
    method: 'put',
    path: '/me/addresses/:addressId',
    access: 'signedIn',
    summary: 'Replaces an address.',
    params: addressParams,
    body: newAddress,
    reply: Address,
    errors: ['NOT_FOUND'],
    idempotency: 'natural',
  }),
  deleteAddress: endpoint({
    id: 'identity.deleteAddress',
    service: 'identity',
    method: 'delete',
    path: '/me/addresses/:addressId',
    access: 'signedIn',
    summary: 'Deletes an address; one that is gone already is no error.',
    params: addressParams,
    idempotency: 'natural',
  }),
};
