import { journeys } from '../support/browser/journeys';
import { describeWith } from '../support/tools';
import { cutoffPassesAtCheckout } from './journeys/cutoffAtCheckout';
import { handingOut } from './journeys/handOut';
import { shopperTypes } from './journeys/keyboardShopper';
import { staffTypes } from './journeys/keyboardWork';
import { nothingWaits } from './journeys/outOfTime';
import { nobodyCollects } from './journeys/overdue';

describeWith('chromium')('people in the app for whom it is not so easy', () => {
  journeys({
    'a leader hands out without a signal, and refuses wrong codes': handingOut,
    'nobody collects in time: the leader keeps one order and discards the other': nobodyCollects,
    'the round closes while somebody is at the checkout': cutoffPassesAtCheckout,
    'goods sell out in the cart, and a payment comes to its time': nothingWaits,
    'a shopper without a mouse: from the first screen to a code for somebody else': shopperTypes,
    'an operator and a leader without a mouse: goods, route, lists; a crate that differs, a code': staffTypes,
  });
});
