import { worksIn } from './support/contract.js';

worksIn('React', 'react');
