import { useQueryClient } from '@tanstack/react-query';
import { type Address } from '#shared/contracts/identity/account';
import { api } from '@/client/api';
import { messageOf } from '@/client/apiProblem';
import { useWrite } from '@/client/useWrite';
import { showToast } from '@/design/components/Toast';

/** What is typed, for the server to check. */
export type AddressDraft = Pick<Address, 'recipientName' | 'phone' | 'area' | 'door' | 'isDefault'> & {
  readonly cityId: string;
};

/** Keeps an address: a new one, or the one of `addressId` as it was changed. */
export const saveAddress = (key: string, body: AddressDraft, addressId: string | undefined) =>
  addressId === undefined
    ? api.identity.addAddress({ body, idempotencyKey: key })
    : api.identity.updateAddress({ params: { addressId }, body });

/** After a change: the addresses are read again. */
export const useAddressesChanged = () => {
  const queryClient = useQueryClient();
  return () => void queryClient.invalidateQueries({ queryKey: ['addresses'] });
};

export const useRemoveAddress = () =>
  useWrite((_key, addressId: string) => api.identity.deleteAddress({ params: { addressId } }), {
    onSuccess: useAddressesChanged(),
    onError: (error) => showToast(messageOf(error), 'problem'),
  });
