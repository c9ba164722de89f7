import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useDeferredValue } from 'react';
import { type Product } from '#shared/contracts/catalog/products';
import { api } from '@/client/api';
import { usePages } from '@/client/usePages';

/** Products by category and words, page by page. */
export const useProducts = (words: string, categoryId: string) => {
  const q = useDeferredValue(words.trim());
  return usePages({
    queryKey: ['products', q, categoryId],
    load: (cursor) =>
      api.catalog.listProducts({
        query: {
          limit: '30',
          ...(q === '' ? {} : { q }),
          ...(categoryId === '' ? {} : { categoryId }),
          ...(cursor === undefined ? {} : { cursor }),
        },
      }),
  });
};

export const readProduct = (productId: string) => api.catalog.readProduct({ params: { productId } });

export const useProduct = (productId: string | undefined) =>
  useQuery({
    queryKey: ['product', productId],
    queryFn: () => readProduct(productId ?? ''),
    enabled: productId !== undefined,
  });

/** Lets every page show a product as it is now. */
export const useProductChanged = () => {
  const queryClient = useQueryClient();
  return (productId: string, product?: Product) => {
    if (product) queryClient.setQueryData(['product', productId], product);
    else void queryClient.invalidateQueries({ queryKey: ['product', productId] });
    void queryClient.invalidateQueries({ queryKey: ['products'] });
  };
};
