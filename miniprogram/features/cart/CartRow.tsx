import { type Quote } from '#shared/contracts/orders/quotes';
import { lineNotes } from '@/blocks/quote/lineNotes';
import { quoteTexts } from '@/blocks/quote/quoteTexts';
import { changeCartLine, type CartLine } from '@/client/cart';
import { pictureAddress } from '@/client/pictures';
import { Button } from '@/design/components/Button';
import { Picture } from '@/design/components/Picture';
import { Price } from '@/design/components/Price';
import { Stepper } from '@/design/components/Stepper';
import { Box } from '@/design/primitives/Box';
import { Tap } from '@/design/primitives/Tap';
import { Words } from '@/design/primitives/Words';
import { useBilingual } from '@/i18n/bilingual';
import { useTexts } from '@/i18n/texts';
import { openPage } from '@/platform/navigate';
import { cartTexts } from './texts';

type CartRowProps = { line: CartLine; quoted: Quote['lines'][number] | undefined };

/** One thing in the cart: as the server prices it, or as it was when it was put in. */
export function CartRow({ line, quoted }: CartRowProps) {
  const t = useTexts(cartTexts);
  const quoteT = useTexts(quoteTexts);
  const say = useBilingual();
  const title = say(line.title);
  const unavailable = quoted?.state === 'unavailable';
  const most = Math.min(line.most, quoted?.allowance ?? line.most);
  const price =
    quoted?.state === 'available' ? quoted.price.estimate : { amount: line.unitPrice.amount * line.quantity };
  return (
    <Box as="li" className="cart-row">
      <Tap
        className="cart-row__picture"
        label={t('open', { title })}
        onTap={() => openPage('/pages/offer/index', { offerId: line.offerId })}
      >
        <Picture src={pictureAddress(line.picture)} alt="" />
      </Tap>
      <Box className="lt-grow lt-column lt-column--tight">
        <Words className="lt-strong lt-clamp-2">{title}</Words>
        <Words className="lt-tiny lt-soft">{say(line.pack)}</Words>
        {quoted &&
          lineNotes(quoted, quoteT).map((note) => (
            <Words key={note} className={unavailable ? 'lt-tiny lt-tomato' : 'lt-tiny lt-soft'}>
              {note}
            </Words>
          ))}
        <Box className="lt-row lt-row--between">
          <Price money={price} plain={unavailable} />
          {unavailable && most === 0 ? (
            <Button kind="quiet" size="small" onTap={() => changeCartLine(line.offerId, 0)}>
              {quoteT('remove')}
            </Button>
          ) : (
            <Stepper
              value={line.quantity}
              max={Math.max(most, 1)}
              name={title}
              onChange={(quantity) => changeCartLine(line.offerId, quantity)}
            />
          )}
        </Box>
      </Box>
    </Box>
  );
}
