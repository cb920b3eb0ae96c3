import { worksIn } from './support/contract.js';

worksIn('Angular', 'angular');
