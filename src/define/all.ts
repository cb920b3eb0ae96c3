import './scales.js';
import './tp-actions.js';
import './tp-contributors.js';
import './tp-conversation.js';
import './tp-narrative.js';
import './tp-outcome.js';
import './tp-prompt.js';
import './tp-rating-scale.js';
