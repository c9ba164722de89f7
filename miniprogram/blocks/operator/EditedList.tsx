import { Fragment, type ReactNode, useState } from 'react';
import { LoadMore } from '@/blocks/form/LoadMore';
import { QueryState } from '@/client/QueryState';
import { type usePages } from '@/client/usePages';
import { Button } from '@/design/components/Button';
import { Card } from '@/design/components/Card';
import { EmptyState } from '@/design/components/States';
import { type IconName } from '@/design/icon/Icon';
import { ListDetail } from './ListDetail';

type EditedListProps<Item> = {
  label: string;
  icon: IconName;
  words: { add: string; choose: string; none: string; noneDetail: string };
  pages: ReturnType<typeof usePages<Item>>;
  idOf: (item: Item) => string;
  row: (item: Item, line: { onTap: () => void; chosen: boolean }) => ReactNode;
  /** Changes an item; without one it adds one, which is shown from then on. */
  form: (item: Item | undefined, onSaved: (item: Item) => void) => ReactNode;
};

/** A list whose items are changed in a form beside it, and added in the same form. */
export function EditedList<Item extends { readonly version: number }>({
  label,
  icon,
  words,
  pages: { query, items, loadMore },
  idOf,
  row,
  form,
}: EditedListProps<Item>) {
  const [chosen, setChosen] = useState<string | undefined>();
  const shown = items.find((item) => idOf(item) === chosen);
  const detail = (
    <Fragment key={shown ? `${idOf(shown)}:${shown.version}` : 'new'}>
      {form(shown, (saved) => setChosen(idOf(saved)))}
    </Fragment>
  );
  return (
    <ListDetail
      detailLabel={label}
      icon={icon}
      choose={words.choose}
      onBack={() => setChosen(undefined)}
      list={
        <>
          <Button icon="plus" onTap={() => setChosen('new')}>
            {words.add}
          </Button>
          <QueryState query={query}>
            {() =>
              items.length === 0 ? (
                <EmptyState icon={icon} title={words.none} detail={words.noneDetail} />
              ) : (
                <Card flush label={label}>
                  {items.map((item) =>
                    row(item, { onTap: () => setChosen(idOf(item)), chosen: idOf(item) === chosen }),
                  )}
                </Card>
              )
            }
          </QueryState>
          <LoadMore query={query} onTap={loadMore} />
        </>
      }
      detail={shown || chosen === 'new' ? detail : undefined}
    />
  );
}
