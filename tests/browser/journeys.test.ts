import { journeys } from '../support/browser/journeys';
import { describeWith } from '../support/tools';
import { courierDrives } from './journeys/courier';
import { fourLiveThroughADay } from './journeys/fourWindows';
import { leaderWorks } from './journeys/leader';
import { operatorRunsTheDay } from './journeys/operator';
import { shopperBuys } from './journeys/shopper';

describeWith('chromium')('people live through a day in the app', () => {
  journeys({
    'a shopper: from opening the app to the code in the hand': shopperBuys,
    'a leader: the evening, receiving with a discrepancy, handing out': leaderWorks,
    'a courier: loading, driving, handing over, a stop that fails, the end': courierDrives,
    'an operator: a new product, a new leader, the lists, the routes': operatorRunsTheDay,
    'four windows: shopper, leader, courier and operator see each other’s day': fourLiveThroughADay,
  });
});
