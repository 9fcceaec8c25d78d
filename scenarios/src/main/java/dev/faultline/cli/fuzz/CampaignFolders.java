package dev.faultline.cli.fuzz;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;

/** The folders of several campaigns, taken together so that all can be written or none begins. */
public final class CampaignFolders implements AutoCloseable {
  private final Map<String, CampaignFolder> folders = new TreeMap<>();

  private CampaignFolders() {}

  /**
   * Makes the folders, as far as they are not there, and takes them.
   *
   * @param out the folder of all results
   * @param scenarios their names
   * @throws IOException when another campaign has one, or one cannot be written; none is taken then
   */
  public static CampaignFolders open(Path out, Collection<String> scenarios) throws IOException {
    CampaignFolders taken = new CampaignFolders();
    try {
      for (String scenario : scenarios) {
        taken.folders.put(scenario, CampaignFolder.open(out, scenario));
      }
      return taken;
    } catch (IOException e) {
      taken.close();
      throw e;
    }
  }

  /** The folder of a scenario. */
  public CampaignFolder of(String scenario) {
    CampaignFolder folder = folders.get(scenario);
    if (folder == null) {
      throw new IllegalArgumentException("no folder was taken for " + scenario);
    }
    return folder;
  }

  @Override
  public void close() throws IOException {
    for (CampaignFolder folder : folders.values()) {
      folder.close();
    }
  }
}
