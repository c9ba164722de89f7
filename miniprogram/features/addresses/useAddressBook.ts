import { useQueryClient } from '@tanstack/react-query';
import { type Address } from '#shared/contracts/identity/account';
import { api } from '@/client/api';
import { messageOf } from '@/client/apiProblem';
import { useWrite } from '@/client/useWrite';
import { showToast } from '@/design/components/Toast';

/** What is typed, for the server to check; `addressId` when an existing one is changed. */
export type AddressDraft = Pick<Address, 'recipientName' | 'phone' | 'area' | 'door' | 'isDefault'> & {
  readonly cityId: string;
  readonly addressId?: string;
};

/** Keeps and deletes addresses. */
export const useAddressBook = (onSaved: (address: Address) => void) => {
  const queryClient = useQueryClient();
  const onError = (error: unknown) => showToast(messageOf(error), 'problem');
  const refresh = () => void queryClient.invalidateQueries({ queryKey: ['addresses'] });
  const save = useWrite(
    (key, { addressId, ...body }: AddressDraft) =>
      addressId === undefined
        ? api.identity.addAddress({ body, idempotencyKey: key })
        : api.identity.updateAddress({ params: { addressId }, body }),
    {
      onSuccess: (address) => {
        refresh();
        onSaved(address);
      },
      onError,
    },
  );
  const remove = useWrite(
    (_key, addressId: string) => api.identity.deleteAddress({ params: { addressId } }),
    {
      onSuccess: refresh,
      onError,
    },
  );
  return { save, remove };
};
