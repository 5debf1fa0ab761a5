/** The operator's pages about SFTP accounts: keys, sign-ins, quota, how files fared. They show no person's data, nor a sender's file names. */
package org.earlyhelp.hub.web.account;
