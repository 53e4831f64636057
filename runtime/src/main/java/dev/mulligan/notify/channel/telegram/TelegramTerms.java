package dev.mulligan.notify.channel.telegram;

/**
 * Where and how a Telegram message appears.
 *
 * @param isSilent whether it makes no sound
 * @param hasPreview whether the first link in it is shown as a picture
 */
record TelegramTerms(
    TelegramTarget target, TelegramFormat format, boolean isSilent, boolean hasPreview) {}
