import { together } from '../support/browser/together';
import { describeWith } from '../support/tools';
import { courierDrives } from './journeys/courier';
import { cutoffPassesAtCheckout } from './journeys/cutoffAtCheckout';
import { fourLiveThroughADay } from './journeys/fourWindows';
import { handingOut } from './journeys/handOut';
import { shopperTypes } from './journeys/keyboardShopper';
import { staffTypes } from './journeys/keyboardWork';
import { leaderWorks } from './journeys/leader';
import { operatorRunsTheDay } from './journeys/operator';
import { nothingWaits } from './journeys/outOfTime';
import { nobodyCollects } from './journeys/overdue';
import { shopperBuys } from './journeys/shopper';

describeWith('chromium')('people live through a day in the app', () => {
  together({
    'a shopper: from opening the app to the code in the hand': shopperBuys,
    'a leader: the evening, receiving with a discrepancy, handing out': leaderWorks,
    'a courier: loading, driving, handing over, a stop that fails, the end': courierDrives,
    'an operator: a new product, a new leader, the lists, the routes': operatorRunsTheDay,
    'four windows: shopper, leader, courier and operator see each other’s day': fourLiveThroughADay,
    'a leader hands out without a signal, and refuses wrong codes': handingOut,
    'nobody collects in time: the leader keeps one order and discards the other': nobodyCollects,
    'the round closes while somebody is at the checkout': cutoffPassesAtCheckout,
    'a shopper without a mouse: from the first screen to a code for somebody else': shopperTypes,
    'an operator and a leader without a mouse: goods, route, lists; a crate that differs, a code': staffTypes,
    'goods sell out in the cart, and a payment comes to its time': nothingWaits,
  });
});
