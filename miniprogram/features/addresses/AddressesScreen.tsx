import { useState } from 'react';
import { type Address } from '#shared/contracts/identity/account';
import { chooseAddress } from '@/client/chosenAddress';
import { usePlace } from '@/client/place';
import { QueryState } from '@/client/QueryState';
import { SignInGate } from '@/client/SignInGate';
import { useAddresses } from '@/client/useMe';
import { Button } from '@/design/components/Button';
import { Card } from '@/design/components/Card';
import { ConfirmSheet } from '@/design/components/Sheet';
import { EmptyState } from '@/design/components/States';
import { Tag } from '@/design/components/Tag';
import { formatPhone } from '@/design/format/phone';
import { Page } from '@/design/page/Page';
import { Box } from '@/design/primitives/Box';
import { Words } from '@/design/primitives/Words';
import { useTexts } from '@/i18n/texts';
import { goBack } from '@/platform/navigate';
import { AddressSheet } from './AddressSheet';
import { addressTexts } from './texts';
import { useRemoveAddress } from './useAddressBook';

/** My addresses; with `choosing` those of the city where one shops, and a tap on one takes it to the checkout. */
export function AddressesScreen({ choosing }: { choosing: boolean }) {
  const t = useTexts(addressTexts);
  const query = useAddresses();
  const place = usePlace();
  const [editing, setEditing] = useState<Address | 'new' | undefined>();
  return (
    <Page
      title={t('title')}
      footer={
        <Button block icon="plus" onTap={() => setEditing('new')}>
          {t('add')}
        </Button>
      }
    >
      <SignInGate>
        <QueryState query={query}>
          {({ items: all }) => {
            const items = all.filter(({ cityId }) => !choosing || cityId === place?.cityId);
            const isElsewhere = items.length < all.length;
            return items.length === 0 ? (
              <EmptyState
                icon="home"
                title={t(isElsewhere ? 'emptyHere' : 'empty')}
                detail={t('emptyDetail')}
              />
            ) : (
              <Box as="ul" className="lt-column">
                {items.map((address) => (
                  <Box as="li" key={address.addressId}>
                    <AddressCard address={address} choosing={choosing} onEdit={() => setEditing(address)} />
                  </Box>
                ))}
              </Box>
            );
          }}
        </QueryState>
      </SignInGate>
      {editing !== undefined && (
        <AddressSheet
          address={editing === 'new' ? undefined : editing}
          onClose={() => setEditing(undefined)}
        />
      )}
    </Page>
  );
}

type AddressCardProps = { address: Address; choosing: boolean; onEdit: () => void };

function AddressCard({ address, choosing, onEdit }: AddressCardProps) {
  const t = useTexts(addressTexts);
  const [removing, setRemoving] = useState(false);
  const remove = useRemoveAddress();
  const { addressId, recipientName, phone, area, door, isDefault } = address;
  return (
    <Card as="article" label={`${area} ${door}`}>
      <Box className="lt-column">
        <Box className="lt-row lt-row--between">
          <Words className="lt-strong">
            {area} {door}
          </Words>
          {isDefault && <Tag tone="leaf">{t('default')}</Tag>}
        </Box>
        <Words className="lt-small lt-soft">
          {recipientName} {formatPhone(phone)}
        </Words>
        <Box className="lt-row lt-row--wrap">
          {choosing && (
            <Button
              size="small"
              onTap={() => {
                chooseAddress(addressId);
                goBack();
              }}
            >
              {t('choose')}
            </Button>
          )}
          <Button kind="quiet" size="small" icon="edit" onTap={onEdit}>
            {t('edit')}
          </Button>
          <Button kind="quiet" size="small" icon="trash" onTap={() => setRemoving(true)}>
            {t('remove')}
          </Button>
        </Box>
      </Box>
      <ConfirmSheet
        open={removing}
        title={t('removeTitle')}
        body={t('removeBody')}
        confirm={t('remove')}
        danger
        busy={remove.isPending}
        onClose={() => setRemoving(false)}
        onConfirm={() => remove.mutate(addressId, { onSuccess: () => setRemoving(false) })}
      />
    </Card>
  );
}
