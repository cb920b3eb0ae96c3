// Before React renders: it looks at the element to tell properties from attributes.
import 'talking-points-elements/define';
import { createRoot } from 'react-dom/client';
import { Visit } from './visit';

const root = document.querySelector('#root');
if (root) createRoot(root).render(<Visit />);
