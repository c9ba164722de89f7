import { classNames } from '../classNames';
import { formatMoney, splitMoney } from '../format/money';
import { Box } from '../primitives/Box';
import { Words } from '../primitives/Words';

type Amount = { readonly amount: number };

type PriceProps = {
  money: Amount;
  /** What it is for, e.g. `/斤` from `perHalfKilo`. */
  unit?: string;
  /** The earlier price, struck through: hand it in only where the offer says that it is lawful. */
  before?: Amount | undefined;
  size?: 'small' | 'normal' | 'large';
  /** Plain ink instead of the colour of prices. */
  plain?: boolean;
};

/** A price, its yuan larger than its fen; read out as one amount. */
export function Price({ money, unit, before, size = 'normal', plain = false }: PriceProps) {
  const { sign, whole, cents } = splitMoney(money);
  return (
    <Box className={classNames('lt-price', `lt-price--${size}`, plain && 'lt-price--plain')}>
      <Words label={formatMoney(money)} className="lt-price__amount">
        <Words className="lt-price__minor">{sign}</Words>
        <Words className="lt-price__whole">{whole}</Words>
        <Words className="lt-price__minor">{`.${cents}`}</Words>
      </Words>
      {unit !== undefined && <Words className="lt-price__unit">{unit}</Words>}
      {before && (
        <Words as="s" className="lt-price__before">
          {formatMoney(before)}
        </Words>
      )}
    </Box>
  );
}
