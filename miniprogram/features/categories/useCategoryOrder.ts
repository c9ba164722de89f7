import { useQueryClient } from '@tanstack/react-query';
import { type Category } from '#shared/contracts/catalog/range';
import { moved } from '@/blocks/form/moved';
import { api } from '@/client/api';
import { messageOf } from '@/client/apiProblem';
import { useWrite } from '@/client/useWrite';
import { showToast } from '@/design/components/Toast';
import { newPositions } from './order';

const queryKey = ['categories', 'all'];

/** Moves a category; shown at once, and taken back when it is refused. */
export const useCategoryOrder = (categories: readonly Category[]) => {
  const queryClient = useQueryClient();
  const refresh = () => void queryClient.invalidateQueries({ queryKey: ['categories'] });
  const write = useWrite(
    async (key, changes: readonly Category[]) => {
      for (const { categoryId, version, position } of changes)
        await api.catalog.changeCategory({
          params: { categoryId },
          body: { version, position },
          idempotencyKey: `${key}-${categoryId}`,
        });
    },
    {
      onSuccess: refresh,
      onError: (error) => {
        showToast(messageOf(error), 'problem');
        refresh();
      },
    },
  );
  return {
    busy: write.isPending,
    move: (from: number, to: number) => {
      const inOrder = moved(categories, from, to);
      if (inOrder === categories) return;
      queryClient.setQueryData(queryKey, inOrder);
      write.mutate(newPositions(inOrder));
    },
  };
};
