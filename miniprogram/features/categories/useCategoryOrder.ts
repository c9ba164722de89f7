import { useQueryClient } from '@tanstack/react-query';
import { type Category } from '#shared/contracts/catalog/range';
import { moved } from '@/blocks/form/moved';
import { api } from '@/client/api';
import { messageOf } from '@/client/apiProblem';
import { useWrite } from '@/client/useWrite';
import { showToast } from '@/design/components/Toast';
import { newPositions } from './order';

const queryKey = ['categories', 'all'];

/** Gives the way to move a category: shown at once, and taken back when it is refused. */
export const useCategoryOrder = (categories: readonly Category[]) => {
  const queryClient = useQueryClient();
  const refresh = () => queryClient.invalidateQueries({ queryKey: ['categories'] });
  const write = useWrite(
    async (key, changes: readonly Category[]) => {
      for (const { categoryId, version, position } of changes)
        await api.catalog.changeCategory({
          params: { categoryId },
          body: { version, position },
          idempotencyKey: `${key}-${categoryId}`,
        });
      // The next move needs the new versions.
      await refresh();
    },
    {
      onError: (error) => {
        showToast(messageOf(error), 'problem');
        void refresh();
      },
    },
  );
  return (from: number, to: number): void => {
    const inOrder = moved(categories, from, to);
    // While one move is on its way its versions are not known yet; its buttons stay, so that the focus stays on them.
    if (inOrder === categories || write.isPending) return;
    queryClient.setQueryData(queryKey, inOrder);
    write.mutate(newPositions(inOrder));
  };
};
