import { operations } from './operations';

console.log(JSON.stringify(operations()));
